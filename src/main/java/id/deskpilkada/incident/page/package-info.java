/** Where the desk works one incident, and where agencies find what they were sent to. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident.page;
