/** How people come onto the staff list: the import and the first administrator. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.staff.enrolment;
