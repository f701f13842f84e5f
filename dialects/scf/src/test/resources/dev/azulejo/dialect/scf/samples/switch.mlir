module {
  "t.f"() ({
  ^bb0(%arg0: index, %arg1: i32):
    %0 = scf.index_switch %arg0 -> i32 
    case 0 {
      scf.yield %arg1 : i32
    }
    case -5 {
      scf.yield %arg1 : i32
    }
    default {
      scf.yield %arg1 : i32
    }
    scf.index_switch %arg0 
    default {
    }
    scf.index_switch %arg0 {tag = 1 : i8} 
    case 3 {
      "t.a"() : () -> ()
      scf.yield
    }
    default {
      "t.b"() : () -> ()
    }
    %1:2 = scf.index_switch %arg0 -> i32, index 
    default {
      scf.yield %arg1, %arg0 : i32, index
    }
    %2 = scf.execute_region -> i32 {
      scf.yield %arg1 : i32
    }
    scf.execute_region {
      scf.yield
    } {tag}
    scf.execute_region no_inline {
      scf.yield
    }
    %3:2 = scf.execute_region -> (i32, index) no_inline {
      "t.br"(%arg1)[^bb1] : (i32) -> ()
    ^bb1(%4: i32):  // pred: ^bb0
      scf.yield %4, %arg0 : i32, index
    }
    "t.end"() : () -> ()
  }) : () -> ()
}

