package id.deskpilkada.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Ten thousand failed sign-ins cost the guesser more than the desk. */
@WholeApplication
class FailedSignInsTests {

    private static final int GUESSES = 10_000;
    /** Each name and each address is looked up anew, which is what takes the time. */
    private static final int NAMES = 2_000;

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    SignIn signIn;

    @Autowired
    ResetCodes codes;

    @Autowired
    SessionCookie cookie;

    @Autowired
    Sessions sessions;

    @Autowired
    CacheManager caches;

    @Autowired
    GuessLimit guesses;

    long siti;

    @BeforeEach
    void aVillageAdmin() {
        installation.empty();
        siti = new People(staff, secrets)
                .add("siti", "Siti", "village-admin@36.04.05.2002")
                .id();
    }

    @Test
    void atManyNamesFromManyAddressesTheyStayBoundedAndOthersGetIn() {
        var refused = guess(NAMES, at -> "orang" + at, at -> "203.0." + at % 250 + "." + at % 200);

        assertThat(refused).isEqualTo(NAMES);
        assertThat(signIn.check("siti", People.PASSWORD, "198.51.100.1").username())
                .isEqualTo("siti");
    }

    @Test
    void whatIsRememberedOfTheirAddressesIsBounded() {
        for (int at = 0; at < 120_000; at++) {
            guesses.spend("10." + (at >> 16 & 255) + "." + (at >> 8 & 255) + "." + (at & 255));
        }
        var cache = ((CaffeineCache) caches.getCache(GuessLimit.CACHE)).getNativeCache();
        cache.cleanUp();
        assertThat(cache.estimatedSize()).isLessThanOrEqualTo(50_000);
    }

    @Test
    void fromOneAddressTheyStopBeingCheckedAndOthersGetInFromElsewhere() {
        assertThat(guess(GUESSES, at -> "orang" + at % 100, at -> "203.0.113.5"))
                .isEqualTo(GUESSES);

        assertThatThrownBy(() -> signIn.check("siti", People.PASSWORD, "203.0.113.5"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("TOO_MANY_ATTEMPTS");
        assertThat(signIn.check("siti", People.PASSWORD, "198.51.100.1").username())
                .isEqualTo("siti");
    }

    /** Whoever is guessed at stays signed in where they are, and the help desk lets them in again elsewhere. */
    @Test
    void atOneAccountTheyLockItAndTheHelpDeskOpensIt() {
        var open = sessions.open(staff.actor("siti").orElseThrow());
        guess(GUESSES, at -> "siti", at -> "203.0." + at % 250 + "." + at % 200);

        assertThat(sessions.find(open.token())).isPresent();
        assertThatThrownBy(() -> signIn.check("siti", People.PASSWORD, "198.51.100.1"))
                .hasMessageContaining("ACCOUNT_LOCKED");
        var code = codes.offer(siti);
        codes.redeem("siti", code.code(), "kopi susu tiga gelas", "198.51.100.1");
        assertThat(signIn.check("siti", "kopi susu tiga gelas", "198.51.100.1").username())
                .isEqualTo("siti");
    }

    @Test
    void noMorePasswordsAreCheckedAtOnceThanThereAreSlotsAndFewWait() throws Exception {
        var slots = new HashingSlots(2);
        var entered = new CountDownLatch(2);
        var release = new CountDownLatch(1);
        var most = new AtomicInteger();
        var running = new AtomicInteger();
        var busy = new AtomicInteger();
        var threads = Executors.newCachedThreadPool();
        try {
            for (int at = 0; at < 60; at++) {
                threads.submit(() -> {
                    try {
                        slots.check(() -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            entered.countDown();
                            await(release);
                            running.decrementAndGet();
                            return true;
                        });
                    } catch (Problem tryAgain) {
                        busy.incrementAndGet();
                    }
                });
            }
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
            while (busy.get() < 60 - 2 - HashingSlots.MOST_WAITING) {
                Thread.onSpinWait();
            }
            release.countDown();
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most.get()).isEqualTo(2);
        assertThat(busy.get()).isEqualTo(60 - 2 - HashingSlots.MOST_WAITING);
    }

    @Test
    void overHttpsTheCookieIsForHttpsOnly() {
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        var response = new MockHttpServletResponse();
        cookie.give(sessions.open(staff.actor("siti").orElseThrow()), request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .contains("DESK-SESSION=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    private int guess(int times, IntFunction<String> username, IntFunction<String> address) {
        var refused = new AtomicInteger();
        IntStream.range(0, times).parallel().forEach(at -> {
            try {
                signIn.check(username.apply(at), "salah" + at, address.apply(at));
            } catch (Problem refusal) {
                refused.incrementAndGet();
            }
        });
        return refused.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
