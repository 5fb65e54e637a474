package id.deskpilkada.retention;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is kept, as ISO 8601 periods. UU 27/2022 on personal data wants them erased when their purpose is fulfilled (articles 43 and 44), UU 43/2009 on archives wants records
 * kept as the retention schedule (JRA) of the agency says; the regency's archive office confirms the periods before they are used.
 *
 * @param sessions after a session's end
 * @param uploads after the last part of a photo that never became whole; its sender begins anew
 * @param photos after upload; photos of forms hold names and signatures, and have served when the results are final and no dispute is pending
 * @param staff after a person left the desk: phone, e-mail, NIP, rank, position, name and user name
 * @param reports after storing: what a field report says; its numbers stay in the versions of the form
 * @param audit after the act: who did it and from where; action, place, time and digest stay
 * @param engineHistory after a case's end
 * @param batch most rows that go in one transaction
 * @param batches most transactions of one kind in a night
 */
@ConfigurationProperties("desk.retention")
record RetentionSettings(
        @DefaultValue("P1D") Period sessions,
        @DefaultValue("P3D") Period uploads,
        @DefaultValue("P1Y") Period photos,
        @DefaultValue("P1Y") Period staff,
        @DefaultValue("P5Y") Period reports,
        @DefaultValue("P5Y") Period audit,
        @DefaultValue("P5Y") Period engineHistory,
        @DefaultValue("500") int batch,
        @DefaultValue("200") int batches) {

    private static final int SHORTEST_DAYS = 90;

    RetentionSettings {
        var evidence = Map.of("photos", photos, "staff", staff, "reports", reports, "audit", audit);
        evidence.forEach((name, period) -> {
            if (period.toTotalMonths() * 28 + period.getDays() < SHORTEST_DAYS) {
                throw new IllegalArgumentException("desk.retention." + name + " is shorter than 90 days: " + period);
            }
        });
        for (var period : List.of(sessions, uploads, engineHistory)) {
            if (period.isNegative()) {
                throw new IllegalArgumentException("a period of desk.retention is negative: " + period);
            }
        }
    }
}
