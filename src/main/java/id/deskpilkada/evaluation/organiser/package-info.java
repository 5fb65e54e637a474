/** The evaluation of the organisers after closing: figures by district with their definitions, never of candidates and never of who is to blame. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.evaluation.organiser;
