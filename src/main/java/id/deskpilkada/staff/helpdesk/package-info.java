/** What the help desk may do for people who cannot sign in. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.staff.helpdesk;
