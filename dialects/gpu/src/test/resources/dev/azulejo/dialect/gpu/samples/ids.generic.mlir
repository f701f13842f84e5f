"builtin.module"() ({
  "t.ids"() ({
    %0 = "gpu.thread_id"() <{dimension = #gpu<dim x>}> : () -> index
    %1 = "gpu.thread_id"() <{dimension = #gpu<dim y>}> : () -> index
    %2 = "gpu.thread_id"() <{dimension = #gpu<dim z>, upper_bound = 32 : index}> : () -> index
    %3 = "gpu.block_id"() <{dimension = #gpu<dim x>}> {t.a} : () -> index
    %4 = "gpu.block_dim"() <{dimension = #gpu<dim x>, upper_bound = 1024 : index}> {t.a} : () -> index
    %5 = "gpu.grid_dim"() <{dimension = #gpu<dim x>}> : () -> index
    %6 = "gpu.cluster_id"() <{dimension = #gpu<dim x>}> : () -> index
    %7 = "gpu.cluster_block_id"() <{dimension = #gpu<dim y>}> : () -> index
    %8 = "gpu.cluster_dim"() <{dimension = #gpu<dim z>}> : () -> index
    %9 = "gpu.cluster_dim_blocks"() <{dimension = #gpu<dim z>}> : () -> index
    %10 = "gpu.global_id"() <{dimension = #gpu<dim x>}> : () -> index
    %11 = "gpu.global_id"() <{dimension = #gpu<dim x>, upper_bound = 1000 : index}> : () -> index
    %12 = "gpu.lane_id"() : () -> index
    %13 = "gpu.lane_id"() <{upper_bound = 32 : index}> {t.a} : () -> index
    %14 = "gpu.subgroup_id"() : () -> index
    %15 = "gpu.subgroup_id"() <{upper_bound = 4 : index}> : () -> index
    %16 = "gpu.num_subgroups"() : () -> index
    %17 = "gpu.subgroup_size"() {t.a} : () -> index
    %18 = "gpu.subgroup_size"() <{upper_bound = -32 : index}> : () -> index
    "t.end"() {a = [#gpu.thread<x>, #gpu.block<y>, #gpu.warp<z>, #gpu.warpgroup<linear_dim_0>, #gpu.lane<linear_dim_9>, #gpu<dim z>, #gpu<shuffle_mode idx>, #gpu<all_reduce_op maximumf>, #gpu.address_space<global>, #gpu.address_space<private>]} : () -> ()
  }) : () -> ()
}) : () -> ()

