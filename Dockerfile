# Built from source, so that the image needs nothing but this folder.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
RUN mvn -B dependency:resolve dependency:resolve-plugins
COPY . .
RUN mvn -B -DskipTests package \
 && java -Djarmode=tools -jar target/desk-pilkada.jar extract --layers --destination target/layers

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 desk \
 && useradd --system --uid 10001 --gid desk --home-dir /app --shell /usr/sbin/nologin desk \
 && install -d -o desk -g desk /data
WORKDIR /app
# Libraries first: they change seldom, so an update transfers little more than our own classes.
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/spring-boot-loader/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
COPY docker/app/ready ./ready
USER desk
ENV DESK_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=12 CMD ["/app/ready"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "desk-pilkada.jar"]
