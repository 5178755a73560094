import { describe, expect, it } from 'vitest';
import { SrError } from './errors.ts';

const error = new SrError('SR_UNKNOWN_ROW', 'flat@float32 has no row 7.', { id: 7 });

describe('SrError', () => {
  it('is an Error with a code, details and a cause', () => {
    const cause = new Error('below');
    const wrapped = new SrError('SR_UNKNOWN_ROW', 'message', { id: 7 }, { cause });
    expect(wrapped).toBeInstanceOf(Error);
    expect(wrapped).toMatchObject({ name: 'SrError', code: 'SR_UNKNOWN_ROW', details: { id: 7 }, cause });
  });

  it('is told from other errors and by its code', () => {
    expect(SrError.is(error)).toBe(true);
    expect(SrError.is(error, 'SR_UNKNOWN_ROW')).toBe(true);
    expect(SrError.is(error, 'SR_DISPOSED')).toBe(false);
    expect([new Error('x'), null, undefined, 'SR_UNKNOWN_ROW', {}].some((value) => SrError.is(value))).toBe(
      false,
    );
  });

  it('recognises errors of a second copy of this package', () => {
    const foreign = Object.assign(new Error('message'), {
      [Symbol.for('@sr/error')]: true,
      code: 'SR_DISPOSED',
    });
    expect(SrError.is(foreign, 'SR_DISPOSED')).toBe(true);
  });
});
