/** The trail of who did what, when and from where: written with each change, chained a moment later. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("audit")
package id.deskpilkada.platform.audit;
