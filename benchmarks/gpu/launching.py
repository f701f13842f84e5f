# SPDX-FileCopyrightText: The Azulejo authors
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Launches kernels as their manifests say, on tensors of torch, through the driver's C functions."""
import ctypes as C
import pathlib

import torch

MAP_TYPE = {"u8": 0, "i32": 3, "f16": 6, "f32": 7, "bf16": 9}
MAP_SWIZZLE = {0: 0, 32: 1, 64: 2, 128: 3}
L2_256_BYTES = 3
MAX_DYNAMIC_SHARED = 8
CLUSTER_DIMENSION = 4


class Attribute(C.Structure):
    _fields_ = [("id", C.c_int), ("padding", C.c_int), ("value", C.c_uint * 16)]


class Config(C.Structure):
    _fields_ = [("grid", C.c_uint * 3), ("block", C.c_uint * 3), ("shared", C.c_uint), ("stream", C.c_void_p),
                ("attributes", C.c_void_p), ("count", C.c_uint)]


def check(driver, status, what):
    if status:
        name = C.c_char_p()
        driver.cuGetErrorName(status, C.byref(name))
        raise RuntimeError(f"{what}: {name.value.decode() if name.value else status}")


def numbers(words):
    return [int(word.rstrip(",")) for word in words]


class Kernel:
    """A kernel bound to tensors; calling it launches it on torch's current stream."""

    def __init__(self, base, tensors):
        self.driver = C.CDLL("libcuda.so.1")
        self.config = Config(grid=(1, 1, 1), block=(1, 1, 1))
        self.function, module = C.c_void_p(), C.c_void_p()
        self.kept, addresses = [tensors], []
        code = pathlib.Path(f"{base}.cubin")
        image = code.read_bytes() if code.exists() else pathlib.Path(f"{base}.ptx").read_bytes() + b"\0"
        check(self.driver, self.driver.cuModuleLoadData(C.byref(module), image), "load")
        for line in pathlib.Path(f"{base}.manifest").read_text().splitlines():
            word, *rest = line.split() or [""]
            if word == "kernel":
                check(self.driver, self.driver.cuModuleGetFunction(C.byref(self.function), module, rest[0].encode()), word)
            elif word == "parameter":
                addresses.append(self.map(rest[1:], tensors) if rest[0] == "map" else self.pointer(rest, tensors))
            elif word in ("grid", "block"):
                getattr(self.config, word)[:] = numbers(rest)
            elif word == "shared":
                self.config.shared = int(rest[0])
            elif word == "cluster":
                self.cluster(numbers(rest))
        self.parameters = (C.c_void_p * len(addresses))(*addresses)
        check(self.driver, self.driver.cuFuncSetAttribute(self.function, MAX_DYNAMIC_SHARED, self.config.shared), "shared")

    def map(self, words, tensors):
        """A tensor map: argument, type, then fields with their numbers."""
        tensor, element, fields, field = tensors[int(words[0][3:])], words[1], {}, None
        for word in words[2:]:
            if word.rstrip(",").lstrip("-").isdigit():
                fields[field] += numbers([word])
            else:
                field = word
                fields[field] = []
        memory = C.create_string_buffer(128 + 63)
        at = (C.addressof(memory) + 63) & ~63
        self.kept.append(memory)
        rank = len(fields["sizes"])
        status = self.driver.cuTensorMapEncodeTiled(
            C.c_void_p(at), MAP_TYPE[element], rank, C.c_void_p(tensor.data_ptr()),
            (C.c_uint64 * rank)(*fields["sizes"]), (C.c_uint64 * max(rank - 1, 1))(*fields["strides"]),
            (C.c_uint32 * rank)(*fields["box"]), (C.c_uint32 * rank)(*[1] * rank), 0,
            MAP_SWIZZLE[fields.get("swizzle", [0])[0]], L2_256_BYTES, 0)
        check(self.driver, status, " ".join(["map"] + words))
        return at

    def pointer(self, words, tensors):
        if not words[-1].startswith("arg"):
            raise RuntimeError(f"parameter {' '.join(words)}: only buffers and maps of them can be bound here")
        value = C.c_uint64(tensors[int(words[-1][3:])].data_ptr())
        self.kept.append(value)
        return C.addressof(value)

    def cluster(self, sizes):
        self.attribute = Attribute(id=CLUSTER_DIMENSION)
        self.attribute.value[:3] = (sizes + [1, 1])[:3]
        self.config.attributes, self.config.count = C.addressof(self.attribute), 1

    def __call__(self):
        self.config.stream = torch.cuda.current_stream().cuda_stream
        status = self.driver.cuLaunchKernelEx(C.byref(self.config), self.function, self.parameters, None)
        check(self.driver, status, "launch")
