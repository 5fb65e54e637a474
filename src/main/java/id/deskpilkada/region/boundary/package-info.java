/** Where regions lie: their outlines, taken in from GeoJSON, for the map and for the question whether a point lies where it should. */
@org.springframework.modulith.NamedInterface("boundary")
@org.jspecify.annotations.NullMarked
package id.deskpilkada.region.boundary;
