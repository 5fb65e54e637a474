/** Pages of the tiers' reports: the calendar of slots by district, and one report as leaders read it and sign it. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.page;
