/** A province's own report: made of those of its regencies as they were received, approved by a leader, and sent up like any other. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.province;
