package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.directory.Agency.Channel;
import id.deskpilkada.staff.directory.Agency.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which office serves an area. Codes of areas are taken dotted or as digits. */
@Service
public class Agencies {

    private static final String WORK = "directory";

    private static final String SERVING =
            """
            SELECT DISTINCT ON (code) code, name, area, channels, confirmed_at IS NOT NULL AS confirmed
            FROM agency WHERE starts_with(?, area) AND (? = '' OR code = ?) ORDER BY code, length(area) DESC
            """;

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    Agencies(JdbcClient jdbc, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The office of this kind that serves the area: its own, else that of the nearest region above. */
    public Optional<Agency> of(String code, String area) {
        return transactions.read(WORK, () -> serving(area, code)).stream().findFirst();
    }

    /** Every office that serves the area, one of each kind, by code. */
    public List<Agency> all(String area) {
        return transactions.read(WORK, () -> serving(area, ""));
    }

    /** The same, as far as the territory of whoever asks reaches. */
    @Transactional(readOnly = true)
    public List<Agency> shown(String area) {
        return serving(area, "");
    }

    private List<Agency> serving(String area, String code) {
        return jdbc.sql(SERVING)
                .params(Area.digits(area), code, code)
                .query(Agencies::read)
                .list();
    }

    static Agency read(ResultSet row, int number) throws SQLException {
        return new Agency(
                row.getString("code"),
                row.getString("name"),
                row.getString("area"),
                channels(row.getString("channels")),
                row.getBoolean("confirmed"));
    }

    static List<Channel> channels(String stored) {
        return stored.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Channel(Way.valueOf(parts[0]), parts[1]))
                .toList();
    }
}
