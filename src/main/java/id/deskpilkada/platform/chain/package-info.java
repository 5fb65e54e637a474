/** Hash chains: rows are stored without waiting for each other and linked to their district's chain a moment later. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("chain")
package id.deskpilkada.platform.chain;
