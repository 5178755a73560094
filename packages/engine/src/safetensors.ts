import { SrError, type Tensor } from '@sr/core';

/*
 * The safetensors layout, which readers exist for in every language:
 *
 *   byte 0          u64, little-endian: H, the length of the header
 *   byte 8          H bytes of JSON, padded with spaces to a multiple of 8:
 *                   { "__metadata__": { key: string }, name: { dtype, shape, data_offsets: [start, end] } }
 *   byte 8 + H      tensors, row-major, little-endian, without gaps; offsets count from here
 */

export interface SafetensorsFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: Readonly<Record<string, Tensor>>;
}

interface TensorEntry {
  readonly dtype: 'F32' | 'I32';
  readonly shape: readonly number[];
  readonly data_offsets: readonly [start: number, end: number];
}

const metadataKey = '__metadata__';
const alignment = 8;
const lengthBytes = 8;

export function encodeSafetensors({ metadata, tensors }: SafetensorsFile): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(tensors);
  const header: Record<string, unknown> = { [metadataKey]: metadata };
  let end = 0;
  for (const [name, { data, shape }] of entries) {
    const dtype = data instanceof Int32Array ? 'I32' : 'F32';
    const entry: TensorEntry = { dtype, shape, data_offsets: [end, (end += data.byteLength)] };
    header[name] = entry;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(json.length / alignment) * alignment;
  const file = new Uint8Array(lengthBytes + headerLength + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true);
  file.fill(0x20, lengthBytes, lengthBytes + headerLength);
  file.set(json, lengthBytes);
  let start = lengthBytes + headerLength;
  for (const [, { data }] of entries) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), start);
    start += data.byteLength;
  }
  return file;
}

/**
 * @returns tensors that share memory with `file` where its alignment allows it.
 * @throws SR_SNAPSHOT_INVALID for anything but a whole file of float32 and int32 tensors.
 */
export function decodeSafetensors(file: Uint8Array): SafetensorsFile {
  const { header, data } = splitFile(file);
  const { [metadataKey]: metadata = {}, ...entries } = header;
  const tensors = Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      name,
      readTensor(name, entry as Partial<TensorEntry>, data),
    ]),
  );
  const ends = Object.values(entries).map((entry) => (entry as TensorEntry).data_offsets[1]);
  if (Math.max(0, ...ends) !== data.length) throw invalidSnapshot('its tensors do not fill it');
  return { metadata: metadata as Record<string, string>, tensors };
}

function splitFile(file: Uint8Array): { header: Record<string, unknown>; data: Uint8Array } {
  if (file.length < lengthBytes) throw invalidSnapshot(`it has only ${file.length} bytes`);
  const headerLength = new DataView(file.buffer, file.byteOffset).getBigUint64(0, true);
  if (headerLength > BigInt(file.length - lengthBytes))
    throw invalidSnapshot('it is cut short, or no safetensors file');
  const dataStart = lengthBytes + Number(headerLength);
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(file.subarray(lengthBytes, dataStart));
    return { header: parseObject(json), data: file.subarray(dataStart) };
  } catch (cause) {
    throw invalidSnapshot('its header is not a JSON object', { cause });
  }
}

export function parseObject(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new TypeError('not an object');
}

function readTensor(name: string, entry: Partial<TensorEntry>, data: Uint8Array): Tensor {
  const { dtype, shape, data_offsets: offsets } = entry;
  const [start = NaN, end = NaN] = offsets ?? [];
  const isSound =
    (dtype === 'F32' || dtype === 'I32') &&
    Array.isArray(shape) &&
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    end <= data.length &&
    end - start === 4 * shape.reduce((product: number, size: number) => product * size, 1);
  if (!isSound) throw invalidSnapshot(`tensor "${name}" is cut short, or neither float32 nor int32`);
  const bytes = data.subarray(start, end);
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const Elements = dtype === 'F32' ? Float32Array : Int32Array;
  return {
    data: new Elements(aligned.buffer as ArrayBuffer, aligned.byteOffset, aligned.byteLength / 4),
    shape,
  };
}

export function invalidSnapshot(problem: string, options?: ErrorOptions): SrError {
  return new SrError(
    'SR_SNAPSHOT_INVALID',
    `This is not a usable snapshot: ${problem}; build it again.`,
    { problem },
    options,
  );
}
