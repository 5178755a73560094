import { describe, expect, it } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts';

const file = {
  metadata: { format: 'test', text: 'ünïcode 🙂' },
  tensors: {
    matrix: { data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] },
    empty: { data: new Float32Array(0), shape: [0, 3] },
  },
};

describe('safetensors', () => {
  it('come back as they were written', () => {
    expect(decodeSafetensors(encodeSafetensors(file))).toEqual(file);
  });

  it('have the layout that every reader knows', () => {
    const bytes = encodeSafetensors(file);
    const headerLength = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))) as unknown;
    expect(headerLength % 8).toBe(0);
    expect(header).toEqual({
      __metadata__: file.metadata,
      matrix: { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
      empty: { dtype: 'F32', shape: [0, 3], data_offsets: [24, 24] },
    });
    expect(new DataView(bytes.buffer).getFloat32(8 + headerLength + 4, true)).toBe(2);
  });

  it('share memory with the file', () => {
    const bytes = encodeSafetensors(file);
    expect(decodeSafetensors(bytes).tensors.matrix?.data.buffer).toBe(bytes.buffer);
  });

  it('are read from the middle of a buffer, aligned or not', () => {
    const bytes = encodeSafetensors(file);
    for (const offset of [1, 4, 8]) {
      const larger = new Uint8Array(bytes.length + 16);
      larger.set(bytes, offset);
      expect(decodeSafetensors(larger.subarray(offset, offset + bytes.length))).toEqual(file);
    }
  });
});
