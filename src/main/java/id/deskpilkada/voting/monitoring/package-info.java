/** The work of the day as a process: one task for each reporter of a village in each slot. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.voting.monitoring;
