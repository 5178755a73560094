import { SrError, type HeadState, type Tensor } from '@sr/core';

/**
 * A tensor of a head's state, as restoring needs it.
 * @param length expected number of elements; undefined: any.
 * @throws SR_SNAPSHOT_INVALID where it is missing, of another type or of another length.
 */
export function stateTensor<Data extends Tensor['data']>(
  { tensors }: HeadState,
  name: string,
  Type: new (length: number) => Data,
  length?: number,
): Data {
  const data = tensors[name]?.data;
  if (data instanceof Type && (length === undefined || data.length === length)) return data;
  const expected = `${length ?? 'any number of'} elements of ${Type.name}`;
  const problem = `its head needs ${expected} as "${name}", got ${data?.length ?? 'none'}`;
  throw new SrError('SR_SNAPSHOT_INVALID', `This is not a usable snapshot: ${problem}; build it again.`, {
    problem,
  });
}
