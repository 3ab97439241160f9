#!/usr/bin/env bash
# DuckDB JDBC 1.5.5.1: a Statement of which one query was refused cannot be used again; those of SQLite (3.53.4.0) and H2 (2.4.240) can.
#
# Data: one Statement; SELECT from a table that is not there (refused, as it should be); SELECT 7 on the same Statement.
# Expected: 7 from all three. The JDBC specification closes a Statement by close() alone, and programs that try one query after the other
#   ("is the table there? else create it") reuse it.
# Seen:     7 from SQLite and H2; DuckDB: isClosed() is true after the refusal, and the next query throws "Statement was closed".
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
for artifact in org.duckdb:duckdb_jdbc:1.5.5.1 org.xerial:sqlite-jdbc:3.53.4.0 com.h2database:h2:2.4.240; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact=$artifact -DoutputDirectory=. > /dev/null
done
cat > Finding.java <<'JAVA'
import java.sql.*;

class Finding {
    public static void main(String[] args) throws Exception {
        for (String url : args) {
            try (Connection connection = DriverManager.getConnection(url)) {
                Statement statement = connection.createStatement();
                try {
                    statement.executeQuery("SELECT * FROM missing");
                    throw new IllegalStateException("There is no such table.");
                } catch (SQLException refused) {
                    System.out.print(url + " closed=" + statement.isClosed());
                }
                try (ResultSet row = statement.executeQuery("SELECT 7")) {
                    row.next();
                    System.out.println(" then " + row.getInt(1));
                } catch (SQLException e) {
                    System.out.println(" then " + e.getMessage());
                }
            }
        }
    }
}
JAVA
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
seen=$("$java" -cp "*" Finding.java jdbc:duckdb: jdbc:sqlite::memory: jdbc:h2:mem: 2> errors) || { cat errors; exit 1; }
echo "$seen"
[ "$seen" = "jdbc:duckdb: closed=true then Statement was closed
jdbc:sqlite::memory: closed=false then 7
jdbc:h2:mem: closed=false then 7" ]
