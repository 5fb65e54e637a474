package id.deskpilkada;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;

/** Starts one installation of the election desk: one regency, one application, one database. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class DeskPilkadaApplication {

    public static void main(String[] args) {
        if (OneCommand.isAsked(args)) {
            System.exit(SpringApplication.exit(
                    SpringApplication.run(DeskPilkadaApplication.class, OneCommand.quiet(args))));
        }
        SpringApplication.run(DeskPilkadaApplication.class, args);
    }
}
