package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.directory.Agencies;
import id.deskpilkada.staff.directory.CallNumber;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agencies at an incident with their clocks, whom of them was written to and how that went, and the numbers at which they answer. */
@Component
public class DispatchSheets {

    private static final String TRIES =
            """
            SELECT c.dispatch_id, c.position, c.name, c.staff_id, c.channel, c.sent_at, c.delivered_at, c.failed_at
            FROM dispatch_contact c JOIN dispatch d ON d.id = c.dispatch_id WHERE d.incident_id = ? ORDER BY c.dispatch_id, c.position, c.number
            """;

    private final JdbcClient jdbc;
    private final DispatchRows rows;
    private final IncidentPeople people;
    private final Agencies agencies;
    private final Staff staff;

    DispatchSheets(JdbcClient jdbc, DispatchRows rows, IncidentPeople people, Agencies agencies, Staff staff) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.people = people;
        this.agencies = agencies;
        this.staff = staff;
    }

    /**
     * One contact by one channel.
     *
     * @param sentAt null while its turn has not come
     */
    public record Try(
            long dispatchId,
            int position,
            String name,
            @Nullable Long staffId,
            String channel,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime deliveredAt,
            @Nullable OffsetDateTime failedAt) {}

    /** Whom to call. */
    public record Number(String name, String readable, String dial) {

        static Number of(String name, CallNumber number) {
            return new Number(name, number.readable(), number.dial());
        }
    }

    /** One agency at the incident. @param name as officials call it */
    public record Sheet(Dispatch dispatch, String name, List<Try> tries, List<Number> numbers) {

        /** Whether somebody has to be found who goes instead. */
        public boolean isAskedFor() {
            return dispatch.state() == DispatchState.DECLINED && !dispatch.settled();
        }
    }

    /** In the order in which they were sent. */
    @Transactional(readOnly = true)
    public List<Sheet> of(long incident) {
        var tries = jdbc.sql(TRIES).param(incident).query(Try.class).list();
        return rows.of(incident).stream()
                .map(dispatch -> sheet(
                        dispatch,
                        tries.stream()
                                .filter(one -> one.dispatchId() == dispatch.id())
                                .toList()))
                .toList();
    }

    private Sheet sheet(Dispatch dispatch, List<Try> tries) {
        var office = agencies.of(dispatch.agency(), dispatch.area()).stream()
                .flatMap(known -> known.callable().stream().map(number -> Number.of(known.name(), number)));
        var persons = tries.stream()
                .map(Try::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> number(id).stream());
        return new Sheet(
                dispatch,
                people.agency(dispatch.agency()),
                tries,
                Stream.concat(office, persons).toList());
    }

    private Optional<Number> number(long id) {
        return staff.person(id).flatMap(person -> Optional.ofNullable(person.phone())
                .flatMap(CallNumber::of)
                .map(number -> Number.of(person.name(), number)));
    }
}
