package id.deskpilkada.voting.monitoring;

import java.util.Collection;
import java.util.List;

/**
 * The work of a village in a slot as its row stands.
 *
 * @param ofOfficers TPS whose own officers report
 * @param openTasks whose task is open: the digits of the village, or a TPS of an officer
 */
record Watch(boolean open, List<String> ofOfficers, List<String> openTasks) {

    /** Which of these TPS a reporter answers for. @param reporter digits of the village, or of a TPS */
    List<String> of(String reporter, Collection<String> stations) {
        return stations.stream()
                .filter(tps -> ofOfficers.contains(tps)
                        ? tps.equals(reporter)
                        : tps.startsWith(reporter) && tps.length() > reporter.length())
                .sorted()
                .toList();
    }
}
