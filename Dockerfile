# docker build -t kyodo-lod .   then   docker run --rm -v "$PWD:/data" kyodo-lod validate .
FROM python:3.12-slim AS build
COPY . /source
RUN python -m pip install --quiet --no-cache-dir --prefix=/install -c /source/constraints.txt /source

FROM python:3.12-slim
COPY --from=build /install /usr/local
RUN useradd --create-home kyodo
USER kyodo
WORKDIR /data
ENTRYPOINT ["kyodo-lod"]
CMD ["--help"]
