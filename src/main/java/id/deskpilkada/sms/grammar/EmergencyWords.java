package id.deskpilkada.sms.grammar;

import id.deskpilkada.sms.grammar.Said.Emergency;
import id.deskpilkada.sms.grammar.Said.Place;
import java.util.List;
import java.util.Set;

/** Calls for help: taken for one rather once too often. */
final class EmergencyWords {

    private static final Set<String> FIRST =
            Set.of("DARURAT", "TOLONG", "SOS", "GAWAT", "KEBAKARAN", "BANJIR", "GEMPA", "LONGSOR");
    private static final Set<String> AMBULANCE = Set.of("AMBULANS", "AMBULAN", "AMBULANCE", "AMBULANSE");

    private EmergencyWords() {}

    static boolean calls(List<String> words) {
        return FIRST.contains(words.get(0)) || words.stream().anyMatch(AMBULANCE::contains);
    }

    static Emergency read(String text) {
        var words = Words.withTimes(text);
        var place = Place.NONE;
        boolean ambulance = false;
        boolean first = true;
        while (words.more()) {
            if (words.take("TPS") && words.number() || first && words.number()) {
                place = words.takePlace();
            } else if (words.more()) {
                var word = words.next();
                ambulance |= AMBULANCE.contains(word);
                first &= FIRST.contains(word) || AMBULANCE.contains(word);
            }
        }
        return new Emergency(place, ambulance, text.strip());
    }
}
