// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.catalog.shipped;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.barrier.BarrierDialect;
import dev.azulejo.dialect.cf.CfDialect;
import dev.azulejo.dialect.func.FuncDialect;
import dev.azulejo.dialect.gpu.GPUDialect;
import dev.azulejo.dialect.math.MathDialect;
import dev.azulejo.dialect.memref.MemRefDialect;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.dialect.scf.ScfDialect;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.dialect.vector.VectorDialect;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.builtin.op.BuiltinDialect;

/** The dialects that we ship, in alphabetical order. */
@Module
interface DialectModule {
  @Provides
  @IntoMap
  @StringKey(ArithDialect.NAME)
  static Dialect arith() {
    return new ArithDialect();
  }

  @Provides
  @IntoMap
  @StringKey(BarrierDialect.NAME)
  static Dialect barrier() {
    return new BarrierDialect();
  }

  @Provides
  @IntoMap
  @StringKey(BuiltinDialect.NAME)
  static Dialect builtin() {
    return new BuiltinDialect();
  }

  @Provides
  @IntoMap
  @StringKey(CfDialect.NAME)
  static Dialect cf() {
    return new CfDialect();
  }

  @Provides
  @IntoMap
  @StringKey(FuncDialect.NAME)
  static Dialect func() {
    return new FuncDialect();
  }

  @Provides
  @IntoMap
  @StringKey(GPUDialect.NAME)
  static Dialect gpu() {
    return new GPUDialect();
  }

  @Provides
  @IntoMap
  @StringKey(MathDialect.NAME)
  static Dialect math() {
    return new MathDialect();
  }

  @Provides
  @IntoMap
  @StringKey(MemRefDialect.NAME)
  static Dialect memref() {
    return new MemRefDialect();
  }

  @Provides
  @IntoMap
  @StringKey(PipelineDialect.NAME)
  static Dialect pipeline() {
    return new PipelineDialect();
  }

  @Provides
  @IntoMap
  @StringKey(PtxDialect.NAME)
  static Dialect ptx() {
    return new PtxDialect();
  }

  @Provides
  @IntoMap
  @StringKey(ScfDialect.NAME)
  static Dialect scf() {
    return new ScfDialect();
  }

  @Provides
  @IntoMap
  @StringKey(TileDialect.NAME)
  static Dialect tile() {
    return new TileDialect();
  }

  @Provides
  @IntoMap
  @StringKey(VectorDialect.NAME)
  static Dialect vector() {
    return new VectorDialect();
  }
}
