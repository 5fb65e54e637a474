/** Who is on duty where and when, and what one shift tells the next. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("duty")
package id.deskpilkada.staff.duty;
