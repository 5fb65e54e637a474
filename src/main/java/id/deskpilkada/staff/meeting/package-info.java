/** The log of coordination meetings: what KPU, Bawaslu, Forkopimda and the desk decided, who does it until when, and how it went on. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.staff.meeting;
