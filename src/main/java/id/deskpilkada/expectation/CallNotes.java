package id.deskpilkada.expectation;

import java.util.Collection;
import java.util.Map;

/** What a feature writes beside a line of the call list, such as the plan by which a polling station without signal reports. May name people: shown only to those who may call them. */
public interface CallNotes {

    /** One line each in the caller's language, by TPS code; polling stations without a note are absent. */
    Map<String, String> notes(long roundId, Collection<String> tps);
}
