package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.SystemTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom to call in an area. Meant for work of the application and for numbers that everybody may know; what a reader sees of people is the directory page's business. */
@Service
public class Contacts {

    static final String COLUMNS =
            "id, kind, name, position, area, phone, whatsapp, note, confirmed_at, confirmed_by_name";

    private static final String WORK = "directory";

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;
    private final ContactKinds kinds;

    Contacts(JdbcClient jdbc, SystemTransactions transactions, ContactKinds kinds) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.kinds = kinds;
    }

    /** The contacts of a kind for a region or TPS: its own, else those of the nearest region above that has any; confirmed ones first. */
    public List<Contact> of(String kind, String area) {
        var found = transactions.read(WORK, () -> serving(List.of(kind), area));
        var nearest =
                found.stream().mapToInt(contact -> contact.area().length()).max();
        return found.stream()
                .filter(contact -> contact.area().length() == nearest.orElse(0))
                .sorted(Comparator.comparing(Contact::confirmed).reversed().thenComparing(Contact::name))
                .toList();
    }

    /** The emergency numbers of a region or TPS and of the regions above it, in the order of their kinds, the nearest first; only what is confirmed, and inside the territory of whoever asks. */
    @Transactional(readOnly = true)
    public List<Contact> emergency(String area) {
        var order = kinds.codes();
        return serving(kinds.emergencies(), area).stream()
                .filter(contact -> contact.callable().isPresent())
                .sorted(Comparator.comparingInt((Contact contact) -> order.indexOf(contact.kind()))
                        .thenComparingInt(contact -> -contact.area().length())
                        .thenComparing(Contact::name))
                .toList();
    }

    /** What officials call a kind, in Indonesian. */
    public String kindName(String kind) {
        return kinds.name(kind);
    }

    private List<Contact> serving(List<String> kinds, String area) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM contact WHERE starts_with(:area, area) AND kind = ANY (string_to_array(:kinds, ','))")
                .param("area", Area.digits(area))
                .param("kinds", String.join(",", kinds))
                .query(Contacts::read)
                .list();
    }

    static Contact read(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("position"),
                row.getString("area"),
                number(row.getString("phone")),
                number(row.getString("whatsapp")),
                row.getString("note"),
                row.getObject("confirmed_at", OffsetDateTime.class),
                row.getString("confirmed_by_name"));
    }

    private static @Nullable CallNumber number(@Nullable String stored) {
        return stored == null ? null : new CallNumber(stored);
    }
}
