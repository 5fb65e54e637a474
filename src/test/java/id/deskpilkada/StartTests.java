package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

@WholeApplication
class StartTests {

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aStartedApplicationSaysThatItIsReady() {
        assertThat(http.getForEntity("/actuator/health/readiness", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void theDatabaseKeepsWhatItAcknowledges() {
        assertThat(jdbc.queryForObject("SHOW fsync", String.class)).isEqualTo("on");
        assertThat(jdbc.queryForObject("SHOW synchronous_commit", String.class)).isEqualTo("on");
        assertThat(jdbc.queryForObject("SHOW full_page_writes", String.class)).isEqualTo("on");
    }

    /** Also on a server of one's own, which may have other defaults. */
    @Test
    void noQuestionToTheDatabaseLastsForEverOrIsCompiled() {
        assertThat(jdbc.queryForObject("SHOW statement_timeout", String.class)).isEqualTo("5min");
        assertThat(jdbc.queryForObject("SHOW jit", String.class)).isEqualTo("off");
    }

    @Test
    void theApplicationOwnsNoTable() {
        assertThat(jdbc.queryForObject("SELECT count(*) FROM pg_tables WHERE tableowner = current_user", Integer.class))
                .isZero();
    }
}
