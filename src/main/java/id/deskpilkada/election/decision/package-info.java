/** Decisions of KPU about a round: recorded by the desk with number and date, and carried out. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.election.decision;
