module {
  "t.ids"() ({
    %thread_id_x = gpu.thread_id  x
    %thread_id_y = gpu.thread_id  y
    %thread_id_z = gpu.thread_id  z upper_bound 32
    %block_id_x = gpu.block_id  x {t.a}
    %block_dim_x = gpu.block_dim  x upper_bound 1024 {t.a}
    %grid_dim_x = gpu.grid_dim  x
    %cluster_id_x = gpu.cluster_id  x
    %cluster_block_id_y = gpu.cluster_block_id  y
    %cluster_dim_z = gpu.cluster_dim  z
    %cluster_dim_blocks_z = gpu.cluster_dim_blocks  z
    %global_id_x = gpu.global_id  x
    %global_id_x_0 = gpu.global_id  x upper_bound 1000
    %0 = gpu.lane_id
    %1 = gpu.lane_id upper_bound 32 {t.a}
    %2 = gpu.subgroup_id : index
    %3 = gpu.subgroup_id upper_bound 4 : index
    %4 = gpu.num_subgroups : index
    %5 = gpu.subgroup_size {t.a} : index
    %6 = gpu.subgroup_size upper_bound -32 : index
    "t.end"() {a = [#gpu.thread<x>, #gpu.block<y>, #gpu.warp<z>, #gpu.warpgroup<linear_dim_0>, #gpu.lane<linear_dim_9>, #gpu<dim z>, #gpu<shuffle_mode idx>, #gpu<all_reduce_op maximumf>, #gpu.address_space<global>, #gpu.address_space<private>]} : () -> ()
  }) : () -> ()
}

