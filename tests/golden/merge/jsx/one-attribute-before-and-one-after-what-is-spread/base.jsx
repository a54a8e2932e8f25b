export const Input = (props) => <input {...props} />;
