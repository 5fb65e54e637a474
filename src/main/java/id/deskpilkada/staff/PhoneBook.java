package id.deskpilkada.staff;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.SystemTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The staff list by telephone number, however the number was written there. */
@Service
public class PhoneBook {

    private static final String WORK = "phone-book";

    private final Staff staff;
    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    PhoneBook(Staff staff, JdbcClient jdbc, SystemTransactions transactions) {
        this.staff = staff;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Everybody active who has this number: a telephone may be shared. */
    public List<Actor> holders(PhoneNumber number) {
        return transactions
                .read(WORK, () -> jdbc.sql(
                                """
                                SELECT id FROM staff_member WHERE active AND phone IS NOT NULL
                                  AND regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(0|62)', '') = regexp_replace(?, '^(0|62)', '')
                                ORDER BY id LIMIT 50
                                """)
                        .param(number.digits())
                        .query(Long.class)
                        .list())
                .stream()
                .map(staff::actor)
                .flatMap(Optional::stream)
                .toList();
    }
}
