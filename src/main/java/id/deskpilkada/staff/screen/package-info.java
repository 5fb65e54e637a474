/** Wall screens: what stands in a room all night has a key of its own, which opens the wall and nothing else. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("screen")
package id.deskpilkada.staff.screen;
