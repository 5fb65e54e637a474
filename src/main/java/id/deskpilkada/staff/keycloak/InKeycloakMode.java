package id.deskpilkada.staff.keycloak;

import id.deskpilkada.staff.signin.SignInMode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Exists in sign-in mode {@code keycloak} only. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = SignInMode.SETTING, havingValue = "keycloak")
@interface InKeycloakMode {}
