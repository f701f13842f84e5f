module {
  "t.f"() ({
  ^bb0(%arg0: f32, %arg1: vector<4xf16>, %arg2: tensor<?x2xf64>, %arg3: tensor<*xbf16>):
    %0 = math.absf %arg0 : f32
    %1 = math.absf %arg1 fastmath<fast> : vector<4xf16>
    %2 = math.acos %arg2 fastmath<nnan,contract> : tensor<?x2xf64>
    %3 = math.acos %arg3 {tag} : tensor<*xbf16>
    %4 = math.acosh %arg0 fastmath<afn> {tag = 1 : i8} : f32
    %5 = math.acosh %arg1 : vector<4xf16>
    %6 = math.asin %arg2 fastmath<fast> : tensor<?x2xf64>
    %7 = math.asin %arg3 fastmath<nnan,contract> : tensor<*xbf16>
    %8 = math.asinh %arg0 {tag} : f32
    %9 = math.asinh %arg1 fastmath<afn> {tag = 1 : i8} : vector<4xf16>
    %10 = math.atan %arg2 : tensor<?x2xf64>
    %11 = math.atan %arg3 fastmath<fast> : tensor<*xbf16>
    %12 = math.atanh %arg0 fastmath<nnan,contract> : f32
    %13 = math.atanh %arg1 {tag} : vector<4xf16>
    %14 = math.cbrt %arg2 fastmath<afn> {tag = 1 : i8} : tensor<?x2xf64>
    %15 = math.cbrt %arg3 : tensor<*xbf16>
    %16 = math.ceil %arg0 fastmath<fast> : f32
    %17 = math.ceil %arg1 fastmath<nnan,contract> : vector<4xf16>
    %18 = math.cos %arg2 {tag} : tensor<?x2xf64>
    %19 = math.cos %arg3 fastmath<afn> {tag = 1 : i8} : tensor<*xbf16>
    %20 = math.cosh %arg0 : f32
    %21 = math.cosh %arg1 fastmath<fast> : vector<4xf16>
    %22 = math.erf %arg2 fastmath<nnan,contract> : tensor<?x2xf64>
    %23 = math.erf %arg3 {tag} : tensor<*xbf16>
    %24 = math.erfc %arg0 fastmath<afn> {tag = 1 : i8} : f32
    %25 = math.erfc %arg1 : vector<4xf16>
    %26 = math.exp2 %arg2 fastmath<fast> : tensor<?x2xf64>
    %27 = math.exp2 %arg3 fastmath<nnan,contract> : tensor<*xbf16>
    %28 = math.expm1 %arg0 {tag} : f32
    %29 = math.expm1 %arg1 fastmath<afn> {tag = 1 : i8} : vector<4xf16>
    %30 = math.exp %arg2 : tensor<?x2xf64>
    %31 = math.exp %arg3 fastmath<fast> : tensor<*xbf16>
    %32 = math.floor %arg0 fastmath<nnan,contract> : f32
    %33 = math.floor %arg1 {tag} : vector<4xf16>
    %34 = math.log10 %arg2 fastmath<afn> {tag = 1 : i8} : tensor<?x2xf64>
    %35 = math.log10 %arg3 : tensor<*xbf16>
    %36 = math.log1p %arg0 fastmath<fast> : f32
    %37 = math.log1p %arg1 fastmath<nnan,contract> : vector<4xf16>
    %38 = math.log2 %arg2 {tag} : tensor<?x2xf64>
    %39 = math.log2 %arg3 fastmath<afn> {tag = 1 : i8} : tensor<*xbf16>
    %40 = math.log %arg0 : f32
    %41 = math.log %arg1 fastmath<fast> : vector<4xf16>
    %42 = math.roundeven %arg2 fastmath<nnan,contract> : tensor<?x2xf64>
    %43 = math.roundeven %arg3 {tag} : tensor<*xbf16>
    %44 = math.round %arg0 fastmath<afn> {tag = 1 : i8} : f32
    %45 = math.round %arg1 : vector<4xf16>
    %46 = math.rsqrt %arg2 fastmath<fast> : tensor<?x2xf64>
    %47 = math.rsqrt %arg3 fastmath<nnan,contract> : tensor<*xbf16>
    %48 = math.sin %arg0 {tag} : f32
    %49 = math.sin %arg1 fastmath<afn> {tag = 1 : i8} : vector<4xf16>
    %50 = math.sinh %arg2 : tensor<?x2xf64>
    %51 = math.sinh %arg3 fastmath<fast> : tensor<*xbf16>
    %52 = math.sqrt %arg0 fastmath<nnan,contract> : f32
    %53 = math.sqrt %arg1 {tag} : vector<4xf16>
    %54 = math.tan %arg2 fastmath<afn> {tag = 1 : i8} : tensor<?x2xf64>
    %55 = math.tan %arg3 : tensor<*xbf16>
    %56 = math.tanh %arg0 fastmath<fast> : f32
    %57 = math.tanh %arg1 fastmath<nnan,contract> : vector<4xf16>
    %58 = math.trunc %arg2 {tag} : tensor<?x2xf64>
    %59 = math.trunc %arg3 fastmath<afn> {tag = 1 : i8} : tensor<*xbf16>
    %60 = math.isfinite %arg0 : f32
    %61 = math.isfinite %arg1 {fastmath = #arith.fastmath<fast>} : vector<4xf16>
    %62 = math.isinf %arg2 {fastmath = #arith.fastmath<nnan,contract>} : tensor<?x2xf64>
    %63 = math.isinf %arg3 {tag} : tensor<*xbf16>
    %64 = math.isnan %arg0 {fastmath = #arith.fastmath<afn>, tag = 1 : i8} : f32
    %65 = math.isnan %arg1 : vector<4xf16>
    %66 = math.isnormal %arg2 {fastmath = #arith.fastmath<fast>} : tensor<?x2xf64>
    %67 = math.isnormal %arg3 {fastmath = #arith.fastmath<nnan,contract>} : tensor<*xbf16>
    "t.end"() : () -> ()
  }) : () -> ()
}

