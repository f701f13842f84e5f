# SPDX-FileCopyrightText: The Azulejo authors
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tile programs of the kernels that are measured, for any sizes."""

ACCUMULATOR = {"i8": "i32"}
OUTPUT = {"f8E4M3FN": "f16", "i8": "i32"}


def product(m, n, k, element, layout, stages=4, tile=(128, 256), step=None, blocks=132, cluster=0):
    """C = A * B for A of m x k and B stored as n x k (layout "nk") or k x n ("kn")."""
    rows, columns = tile
    step = step or (64 if element in ("f16", "bf16") else 128)
    sums, out = ACCUMULATOR.get(element, "f32"), OUTPUT.get(element, element)
    a, c = f"memref<{m}x{k}x{element}>", f"memref<{m}x{n}x{out}>"
    b = f"memref<{n}x{k}x{element}>" if layout == "nk" else f"memref<{k}x{n}x{element}>"
    a_tile = f'memref<{rows}x{step}x{element}, "shared">'
    b_tile = (f'memref<{columns}x{step}x{element}, "shared">' if layout == "nk"
              else f'memref<{step}x{columns}x{element}, "shared">')
    c_tile = f'memref<{rows}x{columns}x{sums}, "fragment">'
    place = "%n, %kk" if layout == "nk" else "%kk, %n"
    zero = "0.0 : f32" if sums == "f32" else "0 : i32"
    attributes = [f"persistent = {blocks} : i64"] if blocks else []
    if cluster:
        attributes.append(f"cluster = array<i64: 1, {cluster}>")
    suffix = f" attributes {{{', '.join(attributes)}}}" if attributes else ""
    return f"""func.func @product(%A: {a}, %B: {b}, %C: {c}) attributes {{tile.target = "sm_90a"}} {{
  %zero = arith.constant {zero}
  %step = arith.constant {step} : index
  %rows = arith.constant {rows} : index
  %columns = arith.constant {columns} : index
  tile.launch grid(%bx = {-(-n // columns)}, %by = {-(-m // rows)}) threads({2 * rows}){suffix} {{
    %As = tile.alloc : {a_tile}
    %Bs = tile.alloc : {b_tile}
    %acc = tile.alloc : {c_tile}
    %m = arith.muli %by, %rows : index
    %n = arith.muli %bx, %columns : index
    tile.fill %acc, %zero : {c_tile}
    pipeline.for %k = 0 to {-(-k // step)} stages({stages}) {{
      %kk = arith.muli %k, %step : index
      tile.copy %A[%m, %kk] -> %As : {a} to {a_tile}
      tile.copy %B[{place}] -> %Bs : {b} to {b_tile}
      tile.gemm %As, %Bs, %acc{" {transpose_b}" if layout == "nk" else ""} : {a_tile}, {b_tile}, {c_tile}
    }}
    tile.copy %acc -> %C[%m, %n] : {c_tile} to {c}
  }}
  return
}}
"""


def attention(batch, heads, length, depth, causal, rows=128, keys=128, stages=2, blocks=0):
    """O = softmax(Q * K^T / sqrt(depth)) * V; rows and keys are those of a tile, and divide the length."""
    if length % keys:
        raise ValueError("tiles that reach past the keys need a mask")
    scale = 1.4426950408889634 / depth**0.5
    tensor = f"memref<{batch}x{heads}x{length}x{depth}xf16>"
    scores = f'memref<{rows}x{keys}xf32, "fragment">'
    weights = f'memref<{rows}x{keys}xf16, "fragment">'
    sums = f'memref<{rows}x{depth}xf32, "fragment">'
    row = f'memref<{rows}xf32, "fragment">'
    query, key = f'memref<{rows}x{depth}xf16, "shared">', f'memref<{keys}x{depth}xf16, "shared">'
    grid = -(-length // rows)
    first = f"""    %block = arith.subi %last, %x : index
    %m = arith.muli %block, %rows : index
    %end = arith.addi %m, %rows : index
    %visible = arith.minui %end, %length : index
    %tiles = arith.ceildivui %visible, %keys : index
""" if causal else f"""    %m = arith.muli %x, %rows : index
    %tiles = arith.constant {length // keys} : index
"""
    mask = f"""      %next = arith.addi %n, %keys : index
      %diagonal = arith.cmpi ugt, %next, %m : index
      scf.if %diagonal {{
        tile.parallel (%i, %j) to ({rows}, {keys}) {{
          %row = arith.addi %m, %i : index
          %column = arith.addi %n, %j : index
          %seen = arith.cmpi ule, %column, %row : index
          %s = memref.load %S[%i, %j] : {scores}
          %masked = arith.select %seen, %s, %nothing : f32
          memref.store %masked, %S[%i, %j] : {scores}
        }}
      }}
""" if causal else ""
    suffix = f" attributes {{persistent = {blocks} : i64}}" if blocks else ""
    return f"""func.func @attention(%Q: {tensor}, %K: {tensor}, %V: {tensor}, %O: {tensor}) attributes {{tile.target = "sm_90a"}} {{
  %zero = arith.constant 0.0 : f32
  %nothing = arith.constant 0xFF800000 : f32
  %lowest = arith.constant 0xFF7FFFFF : f32
  %one = arith.constant 1.0 : f32
  %scale = arith.constant {scale:.9f} : f32
  %minus_scale = arith.constant -{scale:.9f} : f32
  %last = arith.constant {grid - 1} : index
  %rows = arith.constant {rows} : index
  %keys = arith.constant {keys} : index
  %length = arith.constant {length} : index
  tile.launch grid(%x = {grid}, %head = {heads}, %batch = {batch}) threads({2 * rows}){suffix} {{
    %Qs = tile.alloc : {query}
    %Ks = tile.alloc : {key}
    %Vs = tile.alloc : {key}
    %S = tile.alloc : {scores}
    %P = tile.alloc : {weights}
    %acc = tile.alloc : {sums}
    %most = tile.alloc : {row}
    %before = tile.alloc : {row}
    %shifts = tile.alloc : {row}
    %sum = tile.alloc : {row}
{first}    tile.copy %Q[%batch, %head, %m, 0][1, 1, {rows}, {depth}] -> %Qs : {tensor} to {query}
    tile.fill %acc, %zero : {sums}
    tile.fill %most, %lowest : {row}
    tile.fill %sum, %zero : {row}
    pipeline.for %k = 0 to %tiles stages({stages}) {{
      %before_last = arith.subi %tiles, %k : index
      %one_index = arith.constant 1 : index
      %tile = arith.subi %before_last, %one_index : index
      %n = arith.muli %tile, %keys : index
      tile.copy %K[%batch, %head, %n, 0][1, 1, {keys}, {depth}] -> %Ks : {tensor} to {key}
      tile.copy %V[%batch, %head, %n, 0][1, 1, {keys}, {depth}] -> %Vs : {tensor} to {key}
      tile.fill %S, %zero : {scores}
      tile.gemm %Qs, %Ks, %S {{transpose_b}} : {query}, {key}, {scores}
{mask}      tile.copy %most -> %before : {row} to {row}
      tile.reduce max %S -> %most dim(1) accumulate : {scores} to {row}
      tile.parallel (%i) to ({rows}) {{
        %old = memref.load %before[%i] : {row}
        %new = memref.load %most[%i] : {row}
        %growth = arith.subf %old, %new : f32
        %scaled = arith.mulf %growth, %scale : f32
        %factor = math.exp2 %scaled fastmath<afn> : f32
        memref.store %factor, %before[%i] : {row}
        %shift = arith.mulf %new, %minus_scale : f32
        memref.store %shift, %shifts[%i] : {row}
        %s = memref.load %sum[%i] : {row}
        %mended = arith.mulf %s, %factor : f32
        memref.store %mended, %sum[%i] : {row}
      }}
      tile.parallel (%i, %j) to ({rows}, {keys}) {{
        %s = memref.load %S[%i, %j] : {scores}
        %shift = memref.load %shifts[%i] : {row}
        %power = math.fma %s, %scale, %shift : f32
        %p = math.exp2 %power fastmath<afn> : f32
        memref.store %p, %S[%i, %j] : {scores}
      }}
      tile.reduce sum %S -> %sum dim(1) accumulate : {scores} to {row}
      tile.copy %S -> %P : {scores} to {weights}
      tile.parallel (%i, %j) to ({rows}, {depth}) {{
        %o = memref.load %acc[%i, %j] : {sums}
        %factor = memref.load %before[%i] : {row}
        %mended = arith.mulf %o, %factor : f32
        memref.store %mended, %acc[%i, %j] : {sums}
      }}
      tile.gemm %P, %Vs, %acc : {weights}, {key}, {sums}
    }}
    tile.parallel (%i) to ({rows}) {{
      %s = memref.load %sum[%i] : {row}
      %share = arith.divf %one, %s : f32
      memref.store %share, %sum[%i] : {row}
    }}
    tile.parallel (%i, %j) to ({rows}, {depth}) {{
      %o = memref.load %acc[%i, %j] : {sums}
      %share = memref.load %sum[%i] : {row}
      %y = arith.mulf %o, %share : f32
      memref.store %y, %acc[%i, %j] : {sums}
    }}
    tile.copy %acc -> %O[%batch, %head, %m, 0][1, 1, {rows}, {depth}] : {sums} to {tensor}
  }}
  return
}}
"""


def cases():
    """What is measured: name, program, and what the measuring side must know."""
    shapes = [(8192,) * 3, (4096,) * 3, (2048,) * 3, (8192, 8192, 512), (4096, 4096, 16384)]
    for element in ("f16", "bf16"):
        for layout in ("nk", "kn"):
            for m, n, k in shapes:
                yield (f"product-{element}-{layout}-{m}x{n}x{k}", product(m, n, k, element, layout),
                       dict(kind="product", m=m, n=n, k=k, element=element, layout=layout))
    for m, n, k in shapes[:2]:
        yield (f"product-f16-nk-cluster-{m}x{n}x{k}", product(m, n, k, "f16", "nk", cluster=2),
               dict(kind="product", m=m, n=n, k=k, element="f16", layout="nk"))
    for m, n, k in ((8192,) * 3, (4096,) * 3, (4096, 7168, 2048)):
        yield (f"product-e4m3-nk-{m}x{n}x{k}", product(m, n, k, "f8E4M3FN", "nk"),
               dict(kind="product", m=m, n=n, k=k, element="f8E4M3FN", layout="nk"))
    for m, n, k in ((4096,) * 3,):
        yield (f"product-i8-nk-{m}x{n}x{k}", product(m, n, k, "i8", "nk", stages=3),
               dict(kind="product", m=m, n=n, k=k, element="i8", layout="nk"))
    for batch, length, depth, causal, rows, blocks in (
            (4, 4096, 128, False, 128, 132), (4, 4096, 128, False, 128, 0), (4, 4096, 128, True, 128, 0),
            (1, 16384, 128, False, 128, 132), (1, 16384, 128, True, 128, 0),
            (4, 4096, 64, False, 192, 0), (4, 4096, 64, True, 128, 0)):
        name = f"attention-b{batch}-s{length}-d{depth}{'-causal' if causal else ''}{'-persistent' if blocks else ''}"
        yield (name, attention(batch, 32, length, depth, causal, rows=rows, blocks=blocks),
               dict(kind="attention", batch=batch, heads=32, length=length, depth=depth, causal=causal))
