/** The schedule of the election for everybody: what happens when, and what one's own role has to do then. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.staff.schedule;
