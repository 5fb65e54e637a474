package id.deskpilkada.evaluation;

/**
 * A figure and how it is to be read.
 *
 * @param what it says, {@code since} from when it is measured, and what is left out
 */
public record Column(String key, Unit unit, String name, String what, String since, String leftOut) {}
