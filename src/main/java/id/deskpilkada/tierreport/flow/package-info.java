/** The work of a slot: the processes {@code tier-report} and {@code regency-report}, who is asked, reminded and told. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport.flow;
