/** The register of vulnerable places: indicators as data, risks at any level of region, and the class that follows from them. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("risk")
package id.deskpilkada.readiness.risk;
