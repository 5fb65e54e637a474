/** The embedded engine: its configuration, and the few things that *Process classes share. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("engine")
package id.deskpilkada.platform.engine;
