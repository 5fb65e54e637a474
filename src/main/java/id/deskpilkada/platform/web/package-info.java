/** What all controllers and filters share: who calls, and how a refusal is told. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("web")
package id.deskpilkada.platform.web;
