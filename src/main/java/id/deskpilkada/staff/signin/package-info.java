/** How people prove who they are: passwords, sessions, the filters and pages around them. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.staff.signin;
