/** Whom one calls: offices, people of the election bodies and emergency numbers, each for its area, callable once somebody of the installation has confirmed the number. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("directory")
package id.deskpilkada.staff.directory;
