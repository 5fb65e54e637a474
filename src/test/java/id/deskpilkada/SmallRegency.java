package id.deskpilkada;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Kabupaten Serang with two districts, three villages and six TPS, one running round of one race, and people who all sign in with the administrator's password. */
public class SmallRegency {

    public static final String PASSWORD = "rahasia-admin-uji";
    public static final String BAROS = "36.04.05";
    public static final String SINDANGMANDI = "36.04.05.2002";
    public static final List<String> TPS = List.of(
            "3604052002001", "3604052002002", "3604052002003", "3604052003001", "3604062001001", "3604062001002");

    private final Installation installation;
    private final Staff staff;

    public SmallRegency(Installation installation, Staff staff) {
        this.installation = installation;
        this.staff = staff;
    }

    /** Empties the installation and sets the regency up. */
    public SmallRegency create() {
        installation.empty();
        region("36", "Banten", "PROVINCE", null);
        region("36.04", "Kabupaten Serang", "REGENCY", "36");
        region(BAROS, "Baros", "DISTRICT", "36.04");
        region("36.04.06", "Pabuaran", "DISTRICT", "36.04");
        region(SINDANGMANDI, "Sindangmandi", "VILLAGE", BAROS);
        region("36.04.05.2003", "Sidamukti", "VILLAGE", BAROS);
        region("36.04.06.2001", "Sindangsari", "VILLAGE", "36.04.06");
        sql(
                "INSERT INTO desk.election (code, name, date, law) VALUES ('PILKADA-2024', 'Pilkada 2024', '2024-11-27', 'PILKADA')");
        sql(
                "INSERT INTO desk.race (election_id, code, name, region_code, pages_plano, pages_salinan) SELECT id, 'BUPATI', 'Bupati', '36.04', 2, 2 FROM desk.election");
        candidate(1, "Paslon Melati", false);
        candidate(2, "Kolom kosong", true);
        sql(
                "INSERT INTO desk.round (election_id, code, kind, phase, started_at) SELECT id, 'REGULER', 'REGULAR', 'STARTED', now() FROM desk.election");
        sql(
                "INSERT INTO desk.schedule_slot (round_id, slot, kind, opens_at, due_at) SELECT id, 'C1', 'C1', '2024-11-27 06:00Z', '2024-11-27 14:00Z' FROM desk.round");
        TPS.forEach(this::station);
        return this;
    }

    private void region(String code, String name, String level, String parent) {
        sql(
                "INSERT INTO desk.region (code, area, name, level, parent_code) VALUES (?, ?, ?, ?, ?)",
                code,
                code.replace(".", ""),
                name,
                level,
                parent);
    }

    private void candidate(int number, String name, boolean empty) {
        sql(
                "INSERT INTO desk.candidate (race_id, ballot_number, name, empty_column, colour) SELECT id, ?, ?, ?, '#2f6db3' FROM desk.race",
                number,
                name,
                empty);
    }

    public void station(String code) {
        sql(
                "INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number) SELECT id, ?, ?, ?, ? FROM desk.election",
                code,
                code.substring(0, 10),
                code.substring(0, 6),
                Integer.parseInt(code.substring(10)));
    }

    /** Somebody with one role at one place, who signs in with {@link #PASSWORD}. */
    public Actor person(String username, String role, String scope) {
        staff.enrol(List.of(new Person(
                0,
                username,
                username,
                "+62 812 0000 1111",
                null,
                null,
                null,
                null,
                true,
                List.of(new Grant(role, scope)))));
        sql(
                """
                INSERT INTO desk.staff_account (staff_id, password_hash)
                SELECT s.id, a.password_hash FROM desk.staff_member s, desk.staff_account a JOIN desk.staff_member m ON m.id = a.staff_id
                WHERE s.username = ? AND m.username = 'admin'
                ON CONFLICT (staff_id) DO UPDATE SET password_hash = excluded.password_hash
                """,
                username);
        return staff.actor(username).orElseThrow();
    }

    public long round() {
        return id("round");
    }

    public long race() {
        return id("race");
    }

    private long id(String table) {
        Long id = rows().queryForObject("SELECT id FROM desk." + table + " ORDER BY id LIMIT 1", Long.class);
        return id == null ? 0 : id;
    }

    private JdbcTemplate rows() {
        return installation.asOwner();
    }

    private void sql(String statement, Object... parameters) {
        rows().update(statement, parameters);
    }
}
